import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Message, Wechaty, WechatyOptions } from 'wechaty';
import { ArrivalOrder } from '../arrival-order.ts';
import { type ChannelLog, reasonOf } from '../channel-log.ts';
import { inTime } from '../deadline.ts';
import { PUPPET_SERVICE, type WechatyConfig } from './config.ts';
import { type LifeSign, type PuppetState, Supervisor, type SupervisorLimits } from './supervisor.ts';

/** A message that is slow to load holds the others up no longer than this. */
const LOADING_HOLD_MS = 5_000;

/** A stop or restart of a stuck puppet is not waited for longer. */
const SWITCH_TIMEOUT_MS = 60_000;

type Puppet = NonNullable<WechatyOptions['puppet']>;

/** A puppet by its npm name and options, or a ready one. */
export type PuppetConfig = Omit<WechatyConfig, 'puppet'> & { puppet: string | Exclude<Puppet, string> };

interface KeeperOptions {
  log: ChannelLog;
  now: () => number;
  random: () => number;
  limits: SupervisorLimits;
  /** How often the puppet is looked after, in milliseconds. */
  checkMs: number;
  /** Shows a QR code where the operator sees it. */
  show?: ((text: string) => void) | undefined;
}

/** Starts a puppet, watches over it and starts it anew when it has died (see Supervisor). */
export class PuppetKeeper {
  readonly #config: PuppetConfig;
  readonly #options: KeeperOptions;
  readonly #supervisor: Supervisor;
  #bot: Wechaty | null = null;
  #qr: string | null = null;
  #why: string | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #arrivals = new ArrivalOrder(LOADING_HOLD_MS);
  #onMessage: (message: Message) => void = () => {};
  #running = false;
  #busy = false;

  constructor(config: PuppetConfig, options: KeeperOptions) {
    this.#config = config;
    this.#options = options;
    this.#supervisor = new Supervisor(options.limits, options.random);
  }

  get running(): boolean {
    return this.#running;
  }

  /** The bot, also while nobody is logged in. */
  get bot(): Wechaty | null {
    return this.#bot;
  }

  get qr(): string | null {
    return this.#qr;
  }

  get state(): PuppetState {
    return this.#supervisor.state;
  }

  get since(): number {
    return this.#supervisor.since;
  }

  /** Begins to connect; `onMessage` gets the messages in the order the puppet reported them. */
  async start(onMessage: (message: Message) => void): Promise<void> {
    this.#onMessage = onMessage;
    this.#running = true;
    this.#note('started');
    const bot = await this.#build();
    // A start may hang or fail; either way the watch goes on and starts it anew.
    bot.start().catch((thrown) => this.#failed('wechaty did not start', thrown));
    this.#timer = setInterval(() => void this.#lookAfter(bot), this.#options.checkMs);
  }

  async stop(): Promise<void> {
    this.#running = false;
    clearInterval(this.#timer);
    this.#qr = null;
    if (this.#bot) await this.#inTime(this.#bot.stop(), 'wechaty did not stop cleanly');
  }

  /** Wechaty takes a puppet once and for good, so there is one bot for all starts. */
  async #build(): Promise<Wechaty> {
    if (this.#bot) return this.#bot;
    await mkdir(dirname(this.#config.memory), { recursive: true });
    const { WechatyBuilder, log: wechatyLog } = await import('wechaty');
    // Its lines quote names and texts.
    wechatyLog.level('silent');
    const bot = WechatyBuilder.build({ name: this.#config.memory, ...(await puppetOf(this.#config)) });
    this.#listen(bot);
    // Wechaty itself lets quick messages overtake each other, so the puppet's own event is listened to.
    bot.on('puppet', (puppet) => {
      puppet.on('message', ({ messageId }) => {
        this.#note('alive');
        void this.#load(bot, messageId);
      });
    });
    this.#bot = bot;
    return bot;
  }

  async #load(bot: Wechaty, id: string): Promise<void> {
    const message = await this.#arrivals.pass(bot.Message.find({ id })).catch((thrown) => {
      this.#options.log.warn({ message: id, why: reasonOf(thrown) }, 'a message could not be loaded');
    });
    if (message && this.#running) this.#onMessage(message);
  }

  #note(sign: LifeSign): void {
    this.#supervisor.note(sign, this.#options.now());
  }

  /** What went wrong last, until the next login. The server quotes a token it turns away: that stays out. */
  get why(): string | null {
    return this.#why;
  }

  #failed(what: string, thrown: unknown): void {
    this.#why = reasonOf(thrown).replaceAll(/"[^"]*"/gu, '"…"');
    this.#options.log.warn({ why: this.#why }, what);
    this.#note('error');
  }

  #inTime(work: Promise<unknown>, otherwise: string): Promise<unknown> {
    return inTime(
      work.catch((thrown) => this.#options.log.warn({ why: reasonOf(thrown) }, otherwise)),
      SWITCH_TIMEOUT_MS,
    );
  }

  #listen(bot: Wechaty): void {
    const { log } = this.#options;
    bot.on('heartbeat', () => this.#note('alive'));
    bot.on('dong', () => this.#note('alive'));
    bot.on('login', (user) => {
      this.#qr = null;
      this.#why = null;
      this.#note('login');
      log.info({ account: user.id }, 'wechaty is logged in');
    });
    bot.on('logout', () => {
      this.#note('logout');
      log.warn({}, 'wechaty has logged out');
    });
    bot.on('scan', (code) => {
      this.#qr = code || null;
      this.#note('scan');
      if (code) void this.#showCode(code);
    });
    bot.on('error', (error) => {
      this.#failed('wechaty reported an error', error);
      // Online an error may be a trifle or the end of the stream: the answer to a ding tells.
      if (this.state === 'online') this.#ding(bot);
    });
  }

  #ding(bot: Wechaty): void {
    try {
      bot.puppet.ding('are you there');
    } catch (thrown) {
      // A puppet without a connection throws at once; the silence that follows leads to the restart.
      this.#options.log.info({ why: reasonOf(thrown) }, 'the puppet can’t be asked');
    }
  }

  async #lookAfter(bot: Wechaty): Promise<void> {
    if (this.#busy) return;
    const advice = this.#supervisor.advise(this.#options.now());
    if (advice === 'ask') this.#ding(bot);
    if (advice !== 'restart') return;
    this.#busy = true;
    this.#supervisor.restarting(this.#options.now());
    this.#options.log.warn({}, 'wechaty is started anew');
    await this.#inTime(bot.reset(), 'the restart failed');
    this.#busy = false;
    if (this.#running && this.state === 'offline') this.#note('started');
  }

  async #showCode(code: string): Promise<void> {
    const { show } = this.#options;
    if (!show) return;
    const { default: QRCode } = await import('qrcode');
    show(await QRCode.toString(code, { type: 'terminal', small: true }));
  }
}

async function puppetOf({ puppet, options }: PuppetConfig): Promise<WechatyOptions> {
  if (typeof puppet !== 'string') return { puppet };
  if (puppet === PUPPET_SERVICE) {
    const { ServicePuppet } = await import('./service-puppet.ts');
    return { puppet: new ServicePuppet({ ...options }) };
  }
  // Wechaty's type lists the puppets it knows by name; it loads any package of that kind.
  return { puppet: puppet as Extract<Puppet, string>, puppetOptions: { ...options } };
}
