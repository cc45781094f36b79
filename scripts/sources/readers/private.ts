import { contentsOfZip, isZip, namesInZip } from './zip.ts'

/** Spotify's extended streaming history, its archives, and the files of its account data that tell who somebody is. */
const PRIVATE_NAMES = [
  /^streaming_history_(?:audio|video)(?:_[\w-]*)?(?: ?\(\d+\))?\.json(?:\.gz)?$/iu,
  /^endsong(?:_\d+)?(?: ?\(\d+\))?\.json(?:\.gz)?$/iu,
  /^my_spotify_data.*\.zip$/iu,
  /^(?:userdata|payments|identity|identifiers|inferences|searchqueries|customerservicehistory|familyplan)\.json$/iu,
]

/**
 * Whether a file is called what such files are: itself, or one in it where it is a zip archive. Names can be changed, so its
 * content is to be asked for too, and that of what is in it.
 */
export function isNamedPrivate(name: string, bytes: Uint8Array): boolean {
  if (isPrivateName(name)) return true
  if (!isZip(bytes)) return false
  const names = contentsOfZip(bytes)?.map((entry) => entry.name) ?? namesInZip(bytes)
  return names.some((path) => isPrivateName(path) || /(?:^|\/)Spotify Technical Log Information\//iu.test(path))
}

/** Of a streaming history: what was played, and from where. `ip_addr` was `ip_addr_decrypted` until 2023. */
const PLAYED = /"(?:ms_played|msPlayed)"\s{0,9}:/u
const WHENCE = /"(?:ip_addr|ip_addr_decrypted|username|user_agent_decrypted|conn_country)"\s{0,9}:/u

/** More than any of these names and what stands behind it, which may be cut in two. */
const NAME = 64

/**
 * Looks at the text of a file as it arrives, piece by piece, to its end: an entry with an address may be the last. Gives
 * whether what came so far carries network addresses or account names of a person beside what was played, so that it must
 * not lie where others can read it.
 */
export function privacyWatch(): (text: string) => boolean {
  let [played, whence, end] = [false, false, '']
  return (text) => {
    if (played && whence) return true
    const seen = end + text
    played ||= PLAYED.test(seen)
    whence ||= WHENCE.test(seen)
    end = seen.slice(-NAME)
    return played && whence
  }
}

function isPrivateName(path: string): boolean {
  const name = path.split(/[/\\]/u).at(-1)!
  return PRIVATE_NAMES.some((pattern) => pattern.test(name))
}
