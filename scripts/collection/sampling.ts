import type { Random } from '../ground/random.ts'
import type { Album } from './album.ts'

/**
 * Picks up to `count` different albums at random, none again before every other album had its turn.
 *
 * `turns` are the ids of the albums that had a turn, oldest first. They are read as rounds: a round is over when every
 * album now in the collection had its turn in it; so albums that arrive later come in the running round. Within what
 * the round leaves, the half that waited longest is drawn from, so that the end of one round and the beginning of the
 * next do not bring the same album twice in a few days.
 */
export function pickAlbums(albums: readonly Album[], turns: readonly number[], count: number, random: Random): Album[] {
  const picked: Album[] = []
  const order = [...turns]
  while (picked.length < Math.min(count, albums.length)) {
    const served = servedThisRound(albums, order)
    const lastTurn = new Map(order.map((id, turn) => [id, turn]))
    const isFree = (album: Album) => !picked.includes(album)
    const left = albums.filter((album) => !served.has(album.id) && isFree(album))
    // A round that ends within this pick leaves the others, in their next round.
    const candidates = left.length > 0 ? left : albums.filter(isFree)
    const waiting = random.shuffle(candidates).sort((a, b) => (lastTurn.get(a.id) ?? -1) - (lastTurn.get(b.id) ?? -1))
    const longest = waiting.slice(0, Math.max(1, Math.ceil(waiting.length / 2)))
    const album = random.pick(longest)
    picked.push(album)
    order.push(album.id)
  }
  return picked
}

function servedThisRound(albums: readonly Album[], turns: readonly number[]): Set<number> {
  const ids = new Set(albums.map(({ id }) => id))
  const served = new Set<number>()
  for (const id of turns) {
    if (!ids.has(id)) continue
    served.add(id)
    if (served.size === ids.size) served.clear()
  }
  return served
}
