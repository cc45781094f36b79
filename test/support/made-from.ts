import { contract, example, faultsOfAnswer } from './github-contract.ts'
import { REPOSITORY, type GitHubServer } from './github-server.ts'

/** Lets the server say which template the repository was made from; null: none. Its answer is one that GitHub could give. */
export function madeFrom(server: GitHubServer, template: { name: string; address: string } | null): void {
  const { parent: _, source: __, template_repository: ours, ...whole } = example('repos/get', 200)
  const body = {
    ...whole,
    full_name: REPOSITORY,
    fork: false,
    language: null,
    template_repository: template && { ...(ours as object), full_name: template.name, clone_url: template.address },
  }
  const faults = faultsOfAnswer(contract.getOperation('repos/get')!, 200, body)
  if (faults.length > 0) throw new Error(`repos/get: the test server's answer: ${faults.join('; ')}`)
  server.meet('repos/get', {
    always: (response) =>
      void response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body)),
  })
}
