import { LightningElement, api } from 'lwc';
import { today } from 'c/wording';
import { labels } from './labels';

/**
 * Whom the searcher wants to see at all: those who can do it by a day, those kept at hand.
 *
 * @fires neededbychange when another day was given; detail is the ISO day, blank for any time.
 * @fires favouritesonlychange when only favourites are to be shown, or everybody again; detail is a boolean.
 */
export default class FinderFilters extends LightningElement {
  @api neededBy = '';
  @api favouritesOnly = false;

  readonly labels = labels;

  get earliest(): string {
    return today();
  }

  handleNeededBy(event: CustomEvent<{ value?: string | null }>): void {
    const input = event.target as HTMLElement & { reportValidity(): boolean };
    if (input.reportValidity()) {
      this.dispatchEvent(new CustomEvent('neededbychange', { detail: event.detail.value ?? '' }));
    }
  }

  handleFavouritesOnly(event: Event): void {
    this.dispatchEvent(new CustomEvent('favouritesonlychange', { detail: (event.target as HTMLInputElement).checked }));
  }
}
