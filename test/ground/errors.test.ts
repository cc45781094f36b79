import { expect, test } from 'vitest'
import { DataError, ServiceError } from '../../scripts/ground/errors.ts'

test('an error says on one line what is wrong and what to do about it', () => {
  expect(new DataError('a.csv is empty.', { todo: 'Export it again.' }).line).toBe('a.csv is empty. Export it again.')
  expect(new DataError('Three columns are missing:', { todo: 'Name them' }).line).toBe(
    'Three columns are missing. Name them',
  )
  expect(new DataError('a.csv is a folder.').line).toBe('a.csv is a folder.')
})

test('a sentence ends with one full stop', () => {
  const sentence = (message: string, todo?: string) =>
    new ServiceError('Discogs', message, { transient: true, ...(todo === undefined ? {} : { todo }) }).sentence
  expect(sentence('Discogs answered 503')).toBe('Discogs answered 503.')
  expect(sentence('Discogs refused the token', 'Copy it again.')).toBe('Discogs refused the token. Copy it again.')
})
