import postgres from 'postgres';
import { openDatabase } from '../../db/base/connect.ts';
import { fill } from './tmp-fill.ts';

const database = await openDatabase({ dataDir: process.env['BENCH_DIR'] ?? '' });
const admin = postgres(database.embedded?.adminUrl('ruhu') ?? '', { max: 2, onnotice: () => undefined });
console.log(new Date().toISOString());
await fill(admin, 5_000_000);
console.log(new Date().toISOString());
await admin.end();
await database.close();
