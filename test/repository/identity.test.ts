import { describe, expect, it } from 'vitest'
import { repositoryOf } from '../../scripts/repository/identity.ts'

describe('repositoryOf', () => {
  it.each([
    'https://github.com/me/my.records',
    'https://github.com/me/my.records.git',
    'https://github.com/me/my.records/',
    'https://me@github.com/me/my.records.git',
    'https://x-access-token:ghs_abc@github.com/me/my.records',
    'http://127.0.0.1:8080/me/my.records.git',
    'git@github.com:me/my.records.git',
    'git@github.com:me/my.records',
    'ssh://git@github.com/me/my.records.git',
    'ssh://git@ssh.github.com:443/me/my.records.git',
  ])('finds owner and name in %s', (address) => {
    expect(repositoryOf(address)).toBe('me/my.records')
  })

  it.each([
    '',
    '/home/me/records.git',
    '../records.git',
    'C:\\Users\\me\\records.git',
    'file:///home/me/records.git',
    'https://example.org/records.git',
    'https://gitlab.com/group/sub/records.git',
    'records.git',
  ])('finds none in %j', (address) => {
    expect(repositoryOf(address)).toBeNull()
  })
})
