import { describe, expect, it } from 'vitest'
import { judgeRemote } from '../../../scripts/commands/doctor/clone.ts'

describe('the remote', () => {
  const NONE = 'There is no remote “origin”. The schedules, the buttons and the list of runs live on GitHub.'

  it.each([
    'https://github.com/someone/records.git',
    'https://github.com/someone/records',
    'git@github.com:someone/records.git',
    'ssh://git@github.com/someone/records.git',
    'ssh://git@ssh.github.com:443/someone/records.git',
  ])('%s is on GitHub', (address) => {
    expect(judgeRemote(address, {})).toMatchObject({
      verdict: 'ok',
      says: expect.stringMatching(/^someone\/records on /) as never,
    })
  })

  it('that is missing is a problem, with the way to one', () => {
    expect(judgeRemote(null, {})).toEqual({
      verdict: 'problem',
      says: NONE,
      todo: expect.stringMatching(/Use this template.*git remote add origin/) as never,
    })
  })

  it.each([
    ['https://gitlab.com/someone/records.git', 'on gitlab.com'],
    ['git@gitlab.com:someone/records.git', 'on gitlab.com'],
    ['https://github.com.evil.example/someone/records.git', 'on github.com.evil.example'],
    ['/home/me/records.git', 'no server'],
  ])('%s is elsewhere', (address, where) => {
    expect(judgeRemote(address, {})).toMatchObject({
      verdict: 'problem',
      says: expect.stringContaining(where) as never,
    })
  })

  it('may be on a server of one’s own that is named', () => {
    const address = 'https://git.example.org/someone/records.git'
    expect(judgeRemote(address, { GITHUB_SERVER_URL: 'https://git.example.org' })).toMatchObject({ verdict: 'ok' })
    expect(judgeRemote(address, { GITHUB_API_URL: 'https://git.example.org/api/v3' })).toMatchObject({ verdict: 'ok' })
  })

  it('with a password in its address is a problem, and does not show it', () => {
    const finding = judgeRemote('https://me:ghp_0123456789@github.com/someone/records.git', {})
    expect(finding).toMatchObject({
      verdict: 'problem',
      todo: expect.stringContaining('git remote set-url origin https://github.com/someone/records.git') as never,
    })
    expect(JSON.stringify(finding)).not.toContain('ghp_0123456789')
  })

  it('of another repository than the one GitHub is asked about is a problem', () => {
    const address = 'https://github.com/someone/records.git'
    expect(judgeRemote(address, { GITHUB_REPOSITORY: 'someone/other' })).toMatchObject({ verdict: 'problem' })
    expect(judgeRemote(address, { GITHUB_REPOSITORY: 'Someone/Records' })).toMatchObject({ verdict: 'ok' })
  })
})
