import { DataError } from '../ground/errors.ts'
import type { Album } from './album.ts'
import { COLLECTION_FILE } from './store.ts'

/** @throws DataError that says how to add albums, where there is none to work with */
export function requireAlbums(albums: readonly Album[]): void {
  if (albums.length > 0) return
  throw new DataError(`${COLLECTION_FILE} holds no album yet.`, {
    todo:
      'Press “▶ Commencer ici” under Actions, or upload a list to data/inbox; the README’s section “Your own albums” shows how. ' +
      'By hand each album is like { "id": 1, "title": "Abbey Road", "artists": ["The Beatles"], "year": 1969 }.',
  })
}
