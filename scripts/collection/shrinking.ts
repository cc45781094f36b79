/** How much smaller a collection has become, or would become, in albums of a person's own. */
export type Shrinking =
  { kind: 'collapse'; now: number; before: number } | { kind: 'departure'; leaving: number; had: number }

/** What changed, and how to go on, in English. */
export function describeShrinking(shrinking: Shrinking): { says: string; todo: string } {
  return shrinking.kind === 'collapse'
    ? {
        says: `data/collection.json holds ${shrinking.now} albums of your own; at this task's last run it held ${shrinking.before}. Nothing was written.`,
        todo: `If albums were lost, bring the file back from its “History” on GitHub. ${ACCEPT}`,
      }
    : {
        says: `${shrinking.leaving} of your ${shrinking.had} albums would leave data/collection.json. Nothing was written.`,
        todo: `Look whether the list they come from is whole. ${ACCEPT}`,
      }
}

const ACCEPT =
  'If they left on purpose, run it once with --accept-shrink (on GitHub: the box “The collection may be smaller than at the last run” beside the button).'
