import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { addDays, isoDate } from '../../conversations/calendar/days.ts';
import { isWorkingDay, minuteOf, momentOf, shanghaiMinute } from '../../conversations/calendar/workdays.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import type { Prompt } from '../../conversations/contract/state.ts';
import { neededPace } from '../../conversations/progress/forecast.ts';
import type { JobName, PushSettings } from '../../conversations/pushes/schedule.ts';
import { behindDoor, mostTurns, robotSays } from '../../conversations/rehearsal/robot.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { dialogueOf, type Robot, robots } from '../../db/made-up/rehearsal.ts';
import { readPushSettings } from '../../db/pushes/asked.ts';
import type { Receive } from '../channels/channel.ts';
import { type Run, tick } from '../pushes/tick.ts';
import type { Workplace } from '../setting/workplace.ts';
import { RehearsalClock } from './rehearsal-clock.ts';

/** The rehearsal's own app: its county, and receivers for people. */
interface RehearsalApp extends Pick<Workplace, 'database' | 'county' | 'log'> {
  receiver(staffId?: StaffId): Receive;
}

/** What a part of a day led to. */
export interface DayPart {
  runs: Run[];
  visited: number;
  notHome: number;
}

/** Robots work between these times of the day. */
const dayBegins = minuteOf('08:30');
const dayEnds = minuteOf('17:20');
/** Robots on their way at the same moment. */
const atOnce = 8;

/**
 * A county to practise in: made-up households under a county code of their own, a clock that can be put forward,
 * robot helpers who visit through the real receiver. People practise beside the robots with the same data.
 */
export class Rehearsal {
  readonly app: RehearsalApp;
  readonly clock: RehearsalClock;
  readonly campaign: CampaignSettings;
  readonly #settings: PushSettings;

  private constructor(
    app: RehearsalApp,
    clock: RehearsalClock,
    campaign: CampaignSettings,
    settings: PushSettings,
  ) {
    this.app = app;
    this.clock = clock;
    this.campaign = campaign;
    this.#settings = settings;
  }

  /** @param start where a clock that was never set begins; the campaign's first morning by itself */
  static async open(app: RehearsalApp, start?: number): Promise<Rehearsal> {
    const { campaign, settings } = await read(app.database, wholeCounty(app.county), async (db) => ({
      campaign: await readCampaign(db),
      settings: await readPushSettings(db),
    }));
    if (campaign === null) throw new Error('The rehearsal county is not set up.');
    const first = momentOf(campaign.start, minuteOf(settings.jobs.morning.at) - 2);
    const clock = await RehearsalClock.open(app, start ?? first);
    if (start !== undefined && start > clock.now()) await clock.moveTo(start);
    return new Rehearsal(app, clock, campaign, settings);
  }

  /** Puts the clock to the next working morning and sends what a morning brings. */
  async morning(): Promise<DayPart> {
    const { calendar, jobs } = this.#settings;
    let date = isoDate(this.clock.now());
    if (shanghaiMinute(this.clock.now()) >= minuteOf(jobs.morning.at)) date = addDays(date, 1);
    while (!isWorkingDay(date, calendar)) date = addDays(date, 1);
    return this.#at(date, ['morning', 'villageNote']);
  }

  /** The afternoon's summaries and the evening's digests of the day at hand. */
  async evening(): Promise<DayPart> {
    return this.#at(isoDate(this.clock.now()), ['townshipSummary', 'eveningDigest']);
  }

  /**
   * Robot helpers walk a day: each visits what is enough for today. `told` hears after every visit how many are
   * done of how many.
   */
  async visits(told: (done: number, all: number) => void = () => undefined): Promise<DayPart> {
    const date = isoDate(this.clock.now());
    const { calendar } = this.#settings;
    const workers = await read(this.app.database, wholeCounty(this.app.county), robots);
    const today = workers.map((robot) => ({
      robot,
      doors: neededPace(robot.remaining, date, this.campaign.end, calendar),
    }));
    const all = today.reduce((n, { doors }) => n + doors, 0);
    const part: DayPart = { runs: [], visited: 0, notHome: 0 };
    let done = 0;
    const walk = async ({ robot, doors }: (typeof today)[number]): Promise<void> => {
      for (let door = 0; door < doors; door++) {
        const at = momentOf(date, dayBegins + Math.floor(((dayEnds - dayBegins) * (door + 0.5)) / doors));
        const outcome = await this.#visit(robot, date, at);
        if (outcome === 'submitted') part.visited += 1;
        if (outcome === 'notHome') part.notHome += 1;
        done += 1;
        told(done, all);
      }
    };
    const queue = [...today];
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await walk(next);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (shanghaiMinute(this.clock.now()) < dayEnds) await this.clock.moveTo(momentOf(date, dayEnds));
    return part;
  }

  /** A whole day: morning, visits, evening. */
  async day(
    told?: (done: number, all: number) => void,
  ): Promise<{ morning: DayPart; visits: DayPart; evening: DayPart }> {
    const morning = await this.morning();
    const visits = await this.visits(told);
    return { morning, visits, evening: await this.evening() };
  }

  async #at(date: string, jobs: readonly JobName[]): Promise<DayPart> {
    const runs: Run[] = [];
    for (const job of jobs) {
      const at = momentOf(date, minuteOf(this.#settings.jobs[job].at));
      if (at > this.clock.now()) await this.clock.moveTo(at);
      const now = this.clock.now();
      runs.push(...(await tick(this.app, now, { sendAt: now })).runs);
    }
    return { runs, visited: 0, notHome: 0 };
  }

  /** One door: the robot asks for the next household and answers until the bot has what it wants. */
  async #visit({ staff }: Robot, date: string, from: number): Promise<'submitted' | 'notHome' | 'given up'> {
    const receive = this.app.receiver(staff);
    await this.#say(receive, staff, '下一户', from);
    const scope = wholeCounty(this.app.county);
    let before: Prompt | undefined;
    for (let turn = 0; turn < mostTurns; turn++) {
      const dialogue = await read(this.app.database, scope, (db) => dialogueOf(db, staff));
      if (dialogue === null || dialogue.household === null) return 'given up';
      const door = behindDoor(dialogue.household, date, this.campaign);
      const open = dialogue.state.chats['private:web']?.open;
      const words = robotSays(door, open, before, this.campaign);
      if (words === undefined) return door.away ? 'notHome' : 'submitted';
      before = open;
      await this.#say(receive, staff, words, from + (turn + 1) * 20_000);
    }
    this.app.log.warn({ staff }, 'a robot of the rehearsal gave up at a door');
    return 'given up';
  }

  async #say(receive: Receive, staff: StaffId, text: string, at: number): Promise<void> {
    const received = await receive({
      channel: 'web',
      messageId: `robot-${randomUUID()}`,
      at,
      from: { externalId: staff },
      chat: { kind: 'private' },
      content: { type: 'text', text },
    });
    received.sent();
  }
}
