/** The result, or `late` when the time was up first. The work itself goes on. */
export async function inTime<T>(
  work: Promise<T>,
  ms: number,
): Promise<{ is: 'done'; value: T } | { is: 'late' }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<{ is: 'late' }>((resolve) => {
    timer = setTimeout(() => resolve({ is: 'late' }), ms);
  });
  try {
    return await Promise.race([work.then((value) => ({ is: 'done' as const, value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
