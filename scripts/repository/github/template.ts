import { z } from 'zod'
import { readAnswer, type GitHub } from './client.ts'

/** The repository that another one was made from by “Use this template”. */
export interface TemplateRepository {
  /** `owner/name`. */
  name: string
  /** Where git fetches it from. */
  address: string
}

const schema = z
  .object({
    template_repository: z
      .object({ full_name: z.string(), clone_url: z.url({ protocol: /^https?$/ }) })
      .transform(({ full_name, clone_url }): TemplateRepository => ({ name: full_name, address: clone_url }))
      .nullish(),
  })
  .transform(({ template_repository }) => template_repository ?? null)

/**
 * The template of the repository; null where it was not made from one, or from one that the token may not see. GitHub shows
 * it of a public repository without a token too (https://docs.github.com/rest/repos/repos#get-a-repository).
 * @throws GitHubError
 */
export async function readTemplate({ octokit, at }: GitHub): Promise<TemplateRepository | null> {
  return readAnswer(schema, await octokit.rest.repos.get(at), 'a repository')
}
