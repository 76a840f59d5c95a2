import postgres from 'postgres';

/** Tables of the contenders that don't use ours: plain, with room for updates on the page, without policies. */
export async function makeTables(url: string, people: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`
    drop schema if exists bench cascade;
    create schema bench;
    create table bench.state (person int primary key, version int not null, state jsonb not null) with (fillfactor = 50);
    create table bench.answer (id bigint generated always as identity primary key, person int not null, question text not null,
      value jsonb not null, at timestamptz not null default now());
    create table bench.message (id text primary key, person int not null, reply jsonb not null);
    create table bench.single (id bigint generated always as identity primary key, value jsonb not null);
    create table bench.storage (key text primary key, value jsonb not null, etag int not null default 1) with (fillfactor = 50)`);
  await sql`insert into bench.state select i, 1, '{}' from generate_series(0, ${people - 1}) i`;
  await sql`analyze bench.state`;
  await sql.end();
}
