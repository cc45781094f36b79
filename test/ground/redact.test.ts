import { describe, expect, it } from 'vitest'
import { redactor, secretFinder } from '../../scripts/ground/redact.ts'

const SECRET = 'tö/k+en "a\\b" 8wQ=='
const env = { EURIA_BEARER: SECRET, HOME: '/home/somebody', LASTFM_API_KEY: '' }
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('a secret of the environment', () => {
  it.each<[how: string, text: string]>([
    ['as it is', `Bearer ${SECRET}!`],
    ['in an address', `https://x.example/?key=${encodeURIComponent(SECRET)}&a=1`],
    ['in a form', new URLSearchParams({ key: SECRET }).toString().replace(/%22/gu, '%22')],
    ['in quoted JSON', JSON.stringify({ key: SECRET })],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ key: SECRET }))],
    ['in base64', base64(SECRET)],
    ['as Basic sends it', `Authorization: Basic ${base64(`me:${SECRET}`)}`],
    ['behind a name of another length', base64(`user:${SECRET}`)],
    ['behind a third', base64(`users:${SECRET}:more`)],
    ['in base64 for addresses', Buffer.from(SECRET).toString('base64url')],
  ])('is taken out of a text %s, and found in a file', (_, text) => {
    const clean = redactor(env)(text)
    expect(clean).toContain('***')
    for (const part of [SECRET, 'k+en', base64(SECRET).slice(4, 16), 'k%2Ben'])
      if (text.includes(part)) expect(clean).not.toContain(part)
    expect(secretFinder(env)!(text)).toBe('EURIA_BEARER')
  })

  it('leaves everything else as it is, and finds nothing where there is none', () => {
    const text = 'Air – Moon Safari, /home/somebody, bW9vbiBzYWZhcmk='
    expect(redactor(env)(text)).toBe(text)
    expect(secretFinder(env)!(text)).toBeNull()
    expect(secretFinder({ HOME: '/home/somebody' })).toBeNull()
  })
})

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
