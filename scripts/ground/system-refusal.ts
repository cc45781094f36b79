/** Why the operating system refused something that is no fault of the program, and what a person can do about it. */
export interface SystemRefusal {
  /** The rest of a sentence about the thing: “the disk is full”. */
  why: string
  todo: string
}

const NO_RIGHT = {
  why: 'this user has no right to it',
  todo: 'Give yourself the right (on Linux and macOS: chmod u+rwx).',
}
const FULL = { why: 'the disk is full', todo: 'Make room on it and run it again.' }
const IN_THE_WAY = { why: 'a file stands where its folder should be', todo: 'Rename or delete that file.' }
const TOO_MANY = { why: 'too many files are open at once', todo: 'Raise the limit (ulimit -n 4096) and run it again.' }

/** By the codes of https://nodejs.org/api/errors.html#common-system-errors */
const REFUSALS: Readonly<Record<string, SystemRefusal>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: { why: 'the disk is read-only', todo: 'Run it where the folder can be written to.' },
  ENOSPC: FULL,
  EDQUOT: { why: 'the room that you may use on the disk is used up', todo: 'Make room and run it again.' },
  EFBIG: {
    why: 'the file is larger than this system allows',
    todo: 'Raise the limit (ulimit -f), or keep fewer albums.',
  },
  ENAMETOOLONG: {
    why: 'the path is too long for this system',
    todo: 'Choose a shorter name: of the folder the repository is in, or of scheduler.output_dir in config/app.json.',
  },
  EEXIST: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  EISDIR: { why: 'a folder stands where a file should be', todo: 'Rename or delete that folder.' },
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  EIO: { why: 'the disk does not answer as it should', todo: 'Look after the disk, and save what is on it.' },
}

/** Null for everything else, which may well be a bug. */
export function systemRefusal(error: unknown): SystemRefusal | null {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  return typeof syscall === 'string' && code !== undefined && Object.hasOwn(REFUSALS, code) ? REFUSALS[code]! : null
}
