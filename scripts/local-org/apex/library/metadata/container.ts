import { ApexList } from '../../runtime/collections/list.ts';
import { raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import type { PropertyBag } from '../property-class.ts';

/** A `Metadata.DeployContainer`: what is to be deployed together. */
export class DeployContainer {
  readonly items: PropertyBag[] = [];

  remove(isMeant: (item: PropertyBag) => boolean): boolean {
    const place = this.items.findIndex(isMeant);
    this.items.splice(place, place < 0 ? 0 : 1);
    return place >= 0;
  }
}

type Self = DeployContainer;

export const containerClass: LibraryClass = {
  name: 'Metadata.DeployContainer',
  isInstance: (value) => value instanceof DeployContainer,
  members: {
    'new()': () => new DeployContainer(),
    'void addMetadata(Metadata.Metadata item)': (self: Self, item: PropertyBag | null): void => {
      self.items.push(item ?? raiseNull('Argument 1 cannot be null'));
    },
    'List<Metadata.Metadata> getMetadata()': (self: Self) => new ApexList('Metadata.Metadata', [...self.items]),
    'Boolean removeMetadata(Metadata.Metadata item)': (self: Self, item: PropertyBag | null) => self.remove((other) => other === item),
    'Boolean removeMetadataByFullName(String fullName)': (self: Self, fullName: string | null) =>
      self.remove((item) => item.values.get('fullName') === fullName),
  },
};
