import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffId } from '../../conversations/contract/ids.ts';

/** A piece of work somebody waits for. Its files lie in a folder of its own, which goes with it. */
export interface Work<Result> {
  id: string;
  owner: StaffId;
  /** 导入人员, as it is shown. */
  title: string;
  folder: string;
  /** Rows done so far. */
  rows: number;
  state: { is: 'running' } | { is: 'done'; result: Result } | { is: 'failed'; error: unknown };
}

/** What a piece of work does: in its folder, telling how many rows are done. */
type Doing<Result> = (folder: string, tell: (rows: number) => void) => Promise<Result>;

const keepMs = 30 * 60_000;
/** Who doesn't wait that long sees the result at once, without a page in between. */
const shortMs = 1_500;
const mostAtOnce = 2;

/** Too much is being done; it may be tried again soon. */
export class DeskIsBusy extends Error {}

/**
 * Work begun at the page and looked at by the one who began it, for half an hour after it ended; only so many at
 * once, so that those who talk are not kept waiting. What it holds is gone with the process.
 */
export class WorkList<Result> {
  readonly #works = new Map<string, Work<Result>>();

  /** Begins it, and waits a moment: most work is done by then. Throws `DeskIsBusy`. */
  async begin(owner: StaffId, title: string, doing: Doing<Result>): Promise<Work<Result>> {
    const running = [...this.#works.values()].filter(({ state }) => state.is === 'running');
    if (running.length >= mostAtOnce) throw new DeskIsBusy();
    const folder = await mkdtemp(join(tmpdir(), 'ruhu-desk-'));
    const work: Work<Result> = { id: randomUUID(), owner, title, folder, rows: 0, state: { is: 'running' } };
    this.#works.set(work.id, work);
    const tell = (rows: number) => {
      work.rows = rows;
    };
    const ended = doing(folder, tell)
      .then(
        (result) => {
          work.state = { is: 'done', result };
        },
        (error: unknown) => {
          work.state = { is: 'failed', error };
        },
      )
      .then(() => {
        setTimeout(() => void this.forget(work), keepMs).unref();
      });
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, shortMs).unref())]);
    return work;
  }

  /** One's own work; undefined where it is gone, or somebody else's. */
  of(id: string, owner: StaffId): Work<Result> | undefined {
    const work = this.#works.get(id);
    return work?.owner === owner ? work : undefined;
  }

  /** Takes it and its files away. */
  async forget(work: Work<Result>): Promise<void> {
    this.#works.delete(work.id);
    await rm(work.folder, { recursive: true, force: true });
  }
}
