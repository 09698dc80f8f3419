/** Requests at a time, so that what the reader asks for meanwhile is not last in a long row. */
const AT_ONCE = 4;

/** Does `work` for each item, a few at a time. Rejects with the first that fails; no other is begun after it. */
export async function inTurn<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const next = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}
