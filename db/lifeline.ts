/**
 * Ends this process when the one that forked it is gone, by SIGKILL too: the channel between them closes. Without such a
 * channel (started by hand) nothing happens. `onEnd` may tidy up for a moment.
 */
export function endWithParent(onEnd: () => Promise<void> = async () => undefined): void {
  if (!process.channel) return;
  // Ctrl-C reaches the whole group of processes; the parent alone decides the order of stopping.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 2_000).unref();
    void onEnd().finally(() => process.exit(1));
  });
  process.channel.unref();
}
