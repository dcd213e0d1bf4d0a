const LOOK_MS = 50;

/** Waits for something while it is still wanted, and no longer than so long; says whether both are so. */
export async function until(there: () => boolean, wanted: () => boolean, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms && wanted() && !there(); waited += LOOK_MS)
    await new Promise((ok) => setTimeout(ok, LOOK_MS));
  return wanted() && there();
}
