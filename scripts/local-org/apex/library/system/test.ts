import type { DatetimeValue } from '../../../data/values/datetime.ts';
import { isRunningTest, startTest, stopTest } from '../../runtime/async.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { testBroker } from '../event-bus/publish.ts';
import { uncountedQuery } from '../running-user.ts';
import { setFixedSearchResults } from '../search/index.ts';
import { setCalloutMock } from './callout-mock.ts';
import { pageState } from '../apex-pages/page-state.ts';
import { packageTestMembers } from './package-install.ts';
import type { PageReferenceValue } from './page-reference.ts';
import { createStub } from './stub.ts';
import type { TypeValue } from './type-value.ts';
import { abstractMember } from '../declaration.ts';

function setCurrentPage(page: PageReferenceValue | null): void {
  pageState().page = page;
}

/** `System.Test`. */
export const testClass: LibraryClass = {
  name: 'System.Test',
  members: {
    'static void calculatePermissionSetGroup(String id)': () => undefined,
    'static void calculatePermissionSetGroup(List<String> ids)': () => undefined,
    'static void enableChangeDataCapture()': (): void => {
      currentTransaction().changes.everyObject = true;
    },
    'static Object createStub(System.Type type, System.StubProvider provider)': (type: TypeValue | null, provider: object | null) =>
      createStub(type ?? raiseNull('Argument 1 cannot be null'), provider ?? raiseNull('Argument 2 cannot be null')),
    'static Id getStandardPricebookId()': () => {
      const [book] = uncountedQuery(currentTransaction(), 'SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE');
      return book?.id ?? raise('System.UnexpectedException', 'The org has no standard price book');
    },
    'static EventBus.TestBroker getEventBus()': testBroker,
    'static Boolean isRunningTest()': isRunningTest,
    ...packageTestMembers,
    'static void setCreatedDate(Id id, Datetime created)': (id: string | null, created: DatetimeValue | null) =>
      currentTransaction().setCreatedDate(
        id ?? raiseNull('Argument 1 cannot be null'),
        (created ?? raiseNull('Argument 2 cannot be null')).milliseconds,
      ),
    'static void setCurrentPage(PageReference page)': setCurrentPage,
    'static void setCurrentPageReference(PageReference page)': setCurrentPage,
    'static void setFixedSearchResults(List<String> ids)': setFixedSearchResults,
    'static void setMock(System.Type type, Object mock)': (type: TypeValue, mock: object | null) =>
      setCalloutMock(currentTransaction(), type.name, mock ?? raiseNull('Argument 2 cannot be null')),
    'static void startTest()': startTest,
    'static void stopTest()': stopTest,
  },
};

/** `System.StubProvider`. */
export const stubProviderInterface: LibraryClass = {
  name: 'System.StubProvider',
  kind: 'interface',
  members: {
    'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, System.Type returnType, List<System.Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
      abstractMember,
  },
};
