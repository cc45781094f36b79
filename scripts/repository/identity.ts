/**
 * `owner/name` of a GitHub repository from the address of its remote (https or ssh), or null where the address is not
 * of that form: a folder, another kind of server.
 */
export function repositoryOf(remote: string): string | null {
  const match =
    /^(?:https?:\/\/(?:[^@/]*@)?[^/]+\/|(?:ssh:\/\/)?[\w.-]+@[^:/]+(?::\d+\/|[:/]))([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      remote,
    )
  return match?.[1] ?? null
}
