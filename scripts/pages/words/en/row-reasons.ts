import type { Reason } from '../../../sources/readers/row.ts'
import { n } from './numbers.ts'

/**
 * Why a row of a file, or one value of it, could not be taken: what follows after the place in the file. Plain text.
 */
export function reason(reason: Reason): string {
  switch (reason.code) {
    case 'no-title':
      return 'no title stands here.'
    case 'no-track':
      return 'no track is named here.'
    case 'not-a-date':
      return `${reason.field}: “${reason.value}” is not a date that can be told.`
    case 'not-a-year':
      return `${reason.field}: “${reason.value}” is not a year.`
    case 'not-a-time':
      return `${reason.field}: “${reason.value}” is not a time that can be.`
    case 'not-a-number':
      return `${reason.field}: “${reason.value}” is not a number.`
    case 'not-an-address':
      return `${reason.field}: “${reason.value}” is not an address.`
    case 'read-as':
      return `${reason.field}: “${reason.value}” was read as ${reason.as}.`
    case 'mangled-title':
      return `${reason.field}: “${reason.value}” is perhaps a title that a spreadsheet changed.`
    case 'no-album':
      return `“${reason.value}” is no album; the line was left out.`
    case 'unread-columns':
      return `what these columns are is not known; they are kept as they stand: ${reason.columns.join(', ')}.`
    case 'no-artist-column':
      return (
        'no column names the artists, so the albums came in without them. Call it “Artist” and import the file again.' +
        (reason.columns.length === 0 ? '' : ` Columns that were not understood: ${reason.columns.join(', ')}.`)
      )
    case 'columns':
      return `${reason.found} fields stand here; the header has ${reason.expected}.`
    case 'quote':
      return 'a quotation mark is opened here and not closed.'
    case 'shape':
      return `this is not ${reason.expected}.`
    case 'cut-short':
      return 'the file ends in the middle of this.'
    case 'too-long':
      return `${reason.field} has more than ${n(reason.limit)} characters; the row was left out. Shorten it and import the file again.`
  }
}
