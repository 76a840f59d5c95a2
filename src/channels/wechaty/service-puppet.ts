import { PuppetService } from 'wechaty-puppet-service';

/**
 * The gRPC puppet without its store on disk, which would keep people's names in the home folder, and whose
 * lock, still held by the connection before, ends the whole process when a login follows a logout closely.
 * What it would remember is asked of the server again and kept in memory only.
 */
export class ServicePuppet extends PuppetService {
  protected override hookPayloadStore(): void {
    // Never started, the store answers every question with nothing.
  }
}
