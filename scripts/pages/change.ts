import type { Language } from '../ground/languages.ts'

/** Writes numbers as people of a language do. */
export interface Numbers {
  /** A whole number or one with a decimal; a dash where there is none. */
  plain: (value: number | null) => string
  /** What became of a number: `+23 (+15 %)`, `=`; without a percentage where there was nothing before. */
  change: (now: number | null, before: number | null) => string
}

export function numbersIn(locale: Language): Numbers {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  })
  return {
    plain: (value) => (value === null ? '–' : plain.format(value)),
    change(now, before) {
      const difference = Math.round(((now ?? 0) - (before ?? 0)) * 10) / 10
      if (difference === 0) return '='
      const share = before === null || before === 0 ? '' : ` (${percent.format(difference / before)})`
      return `${signed.format(difference)}${share}`
    },
  }
}
