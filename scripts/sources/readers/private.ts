import { decode } from './document.ts'
import { contentsOfZip, isZip, namesInZip } from './zip.ts'

/** How much of a file is looked at; an entry of a streaming history is shorter than half of it. */
const HEAD = 4096

/** Spotify's extended streaming history, its archives, and the files of its account data that tell who somebody is. */
const PRIVATE_NAMES = [
  /^streaming_history_(?:audio|video)(?:_[\w-]*)?(?: ?\(\d+\))?\.json(?:\.gz)?$/iu,
  /^endsong(?:_\d+)?(?: ?\(\d+\))?\.json(?:\.gz)?$/iu,
  /^my_spotify_data.*\.zip$/iu,
  /^(?:userdata|payments|identity|identifiers|inferences|searchqueries|customerservicehistory|familyplan)\.json$/iu,
]

/** Of a streaming history: what was played, and from where. `ip_addr` was `ip_addr_decrypted` until 2023. */
const PLAYED = /"(?:ms_played|msPlayed)"\s*:/u
const WHENCE = /"(?:ip_addr|ip_addr_decrypted|username|user_agent_decrypted|conn_country)"\s*:/u

/**
 * Whether a file carries network addresses or account names of a person, so that it must not lie where others can read
 * it. It is told by the name and the first 4 KB alone, before anything is read; of a zip archive by the names of the files
 * in it, for which `bytes` should be all of it. Files unpacked from an archive are to be asked for too: names can change.
 */
export function looksPrivate(name: string, bytes: Uint8Array): boolean {
  if (isPrivateName(name)) return true
  if (isZip(bytes)) {
    const names = contentsOfZip(bytes)?.map((entry) => entry.name) ?? namesInZip(bytes)
    return names.some((path) => isPrivateName(path) || /(?:^|\/)Spotify Technical Log Information\//iu.test(path))
  }
  const head = decode(bytes.subarray(0, HEAD))
  return PLAYED.test(head) && WHENCE.test(head)
}

function isPrivateName(path: string): boolean {
  const name = path.split(/[/\\]/u).at(-1)!
  return PRIVATE_NAMES.some((pattern) => pattern.test(name))
}
