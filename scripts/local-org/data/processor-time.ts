/**
 * Milliseconds for which a processor has worked for this thread. Apex runs in one thread, so neither a busy machine nor the threads that
 * collect garbage and compile count; and asking for those of a thread takes a fraction of the time of asking for those of the process.
 */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
