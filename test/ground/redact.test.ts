import { expect, it } from 'vitest'
import { redactor } from '../../scripts/ground/redact.ts'

it('a secret is taken out of a text, wherever it stands and however often', () => {
  const clean = redactor({ LASTFM_API_KEY: 'a1b2c3', EURIA_BEARER: 'd4e5f6', LASTFM_USER: 'somebody' })
  expect(clean('somebody: key=a1b2c3, again a1b2c3; Bearer d4e5f6')).toBe('somebody: key=***, again ***; Bearer ***')
})

it.each([
  ['first', { A_TOKEN: 'abcd', B_TOKEN: 'abcd-efgh' }],
  ['last', { A_TOKEN: 'abcd-efgh', B_TOKEN: 'abcd' }],
])('nothing of a secret is left where another one is a part of it and is named %s', (_, env) => {
  expect(redactor(env)('sent abcd-efgh and abcd')).toBe('sent *** and ***')
})

it('a value of a few characters is no secret: it would be taken out of every other word', () => {
  expect(redactor({ A_TOKEN: 'no', B_TOKEN: '' })('nothing to do')).toBe('nothing to do')
})

it('who logs in by an address is taken out of it', () => {
  expect(redactor({})('From https://me:hunter2@example.org/a/b: no')).toBe('From https://***@example.org/a/b: no')
})
