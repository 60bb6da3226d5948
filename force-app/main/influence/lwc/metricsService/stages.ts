/** A stage of deals, as the org has set it up. */
export interface Stage {
  readonly ApiName: string;
  readonly SortOrder: number;
  readonly IsClosed: boolean;
  readonly IsWon: boolean;
}

/**
 * The stages in which a deal has reached the policy's stage: it, the open ones after it, and won. A deal that is lost has reached
 * it only if it was there before.
 *
 * @param eligibilityStage the policy's stage; none for any open one.
 * @throws RangeError when the org has no such stage.
 */
export function reachedStages(stages: readonly Stage[], eligibilityStage: string | null | undefined): string[] {
  const first = stages.find(({ ApiName }) => ApiName === eligibilityStage);
  if (eligibilityStage && !first) {
    throw new RangeError(
      `The rules of the program name the stage "${eligibilityStage}", which deals do not have: choose another one there.`,
    );
  }
  return stages
    .filter(({ SortOrder, IsClosed, IsWon }) => IsWon || (!IsClosed && SortOrder >= (first?.SortOrder ?? 0)))
    .map(({ ApiName }) => ApiName);
}
