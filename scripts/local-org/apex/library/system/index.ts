import type { LibraryClass } from '../declaration.ts';
import { assertClass } from './assert.ts';
import { blobClass } from './blob.ts';
import { businessHoursClass } from './business-hours.ts';
import {
  callableInterface,
  comparableInterface,
  comparatorInterface,
  iterableInterface,
  iteratorInterface,
  listClass,
  mapClass,
  setClass,
} from './collections.ts';
import { cookieClass } from './cookie.ts';
import { dateClass } from './date.ts';
import { datetimeClass } from './datetime.ts';
import { cryptoClass, encodingUtilClass, uuidClass } from './encoding.ts';
import { exceptionClass, exceptionClasses, statusCodeEnum } from './exceptions.ts';
import { finalizerClasses } from './finalizer.ts';
import { httpClasses } from './http.ts';
import { idClass } from './id.ts';
import { jobClasses } from './jobs.ts';
import { jsonGeneratorClass } from './json-generator.ts';
import { jsonParserClass, jsonTokenEnum } from './json-parser.ts';
import { jsonClass } from './json.ts';
import { limitsClass } from './limits.ts';
import { addressClass, locationClass } from './location.ts';
import { matcherClass } from './matcher.ts';
import { mathClass } from './math.ts';
import { booleanClass, decimalClass, doubleClass, integerClass, longClass, roundingModeEnum } from './numbers.ts';
import { objectClass } from './object.ts';
import { orgLimitClasses } from './org-limits.ts';
import { packageInstallClasses } from './package-install.ts';
import { pageReferenceClasses } from './page-reference.ts';
import { patternClass } from './pattern.ts';
import { requestClasses } from './request.ts';
import { restContextClasses } from './rest-context.ts';
import { securityClasses } from './security.ts';
import { settingClasses } from './settings.ts';
import { sobjectClass } from './sobject.ts';
import { selectOptionClass } from './select-option.ts';
import { siteLabelClass } from './site-labels.ts';
import { siteClasses } from './site.ts';
import { staticResourceMockClasses } from './static-resource-mock.ts';
import { stringClass } from './string.ts';
import { loggingLevelEnum, systemClass } from './system.ts';
import { stubProviderInterface, testClass } from './test.ts';
import { timeClass, timeZoneClass } from './time.ts';
import { triggerOperationEnum } from './trigger-operation.ts';
import { typeClass } from './type.ts';
import { featureManagementClass, userInfoClass } from './user-info.ts';
import { xmlStreamReaderClasses } from './xml-stream-reader.ts';
import { xmlStreamWriterClass } from './xml-stream-writer.ts';

/** The namespace `System`. */
export const classes: readonly LibraryClass[] = [
  objectClass,
  stringClass,
  integerClass,
  longClass,
  doubleClass,
  decimalClass,
  booleanClass,
  roundingModeEnum,
  idClass,
  dateClass,
  datetimeClass,
  timeClass,
  timeZoneClass,
  locationClass,
  addressClass,
  blobClass,
  mathClass,
  listClass,
  setClass,
  mapClass,
  iteratorInterface,
  iterableInterface,
  comparableInterface,
  comparatorInterface,
  callableInterface,
  exceptionClass,
  ...exceptionClasses,
  statusCodeEnum,
  assertClass,
  systemClass,
  loggingLevelEnum,
  triggerOperationEnum,
  testClass,
  stubProviderInterface,
  typeClass,
  sobjectClass,
  jsonClass,
  jsonGeneratorClass,
  jsonParserClass,
  jsonTokenEnum,
  patternClass,
  matcherClass,
  userInfoClass,
  featureManagementClass,
  limitsClass,
  ...orgLimitClasses,
  ...securityClasses,
  ...settingClasses,
  ...jobClasses,
  ...finalizerClasses,
  encodingUtilClass,
  cryptoClass,
  uuidClass,
  ...requestClasses,
  ...restContextClasses,
  ...httpClasses,
  ...staticResourceMockClasses,
  ...xmlStreamReaderClasses,
  xmlStreamWriterClass,
  ...pageReferenceClasses,
  ...siteClasses,
  siteLabelClass,
  ...packageInstallClasses,
  selectOptionClass,
  cookieClass,
  businessHoursClass,
];
