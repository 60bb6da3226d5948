import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { propertyClass } from '../property-class.ts';

const WRAPPED_VALUES = 'Map<String, ConnectApi.WrappedValue>';

/** Prompt templates: inputs can be made; the local org has no model to answer them. */
export const promptTemplateClasses: readonly LibraryClass[] = [
  propertyClass('ConnectApi.WrappedValue', { value: 'Object' }),
  propertyClass('ConnectApi.EinsteinLlmAdditionalConfigInput', {
    additionalParameters: WRAPPED_VALUES,
    applicationName: 'String',
    enablePiiMasking: 'Boolean',
    maxTokens: 'Integer',
    model: 'String',
    numGenerations: 'Integer',
    stopSequences: 'List<String>',
    temperature: 'Double',
  }),
  propertyClass('ConnectApi.EinsteinPromptTemplateGenerationsInput', {
    additionalConfig: 'ConnectApi.EinsteinLlmAdditionalConfigInput',
    citationMode: 'String',
    inputParams: WRAPPED_VALUES,
    isPreview: 'Boolean',
    outputLanguage: 'String',
    tags: 'ConnectApi.WrappedValue',
  }),
  propertyClass('ConnectApi.EinsteinLlmGenerationItemOutput', { text: 'String' }),
  propertyClass('ConnectApi.EinsteinPromptTemplateGenerationsRepresentation', {
    generations: 'List<ConnectApi.EinsteinLlmGenerationItemOutput>',
    prompt: 'String',
    promptTemplateDevName: 'String',
    requestId: 'String',
  }),
  {
    name: 'ConnectApi.EinsteinLLM',
    members: {
      'static ConnectApi.EinsteinPromptTemplateGenerationsRepresentation generateMessagesForPromptTemplate(String template, ConnectApi.EinsteinPromptTemplateGenerationsInput input)':
        () => raise('System.UnsupportedOperationException', 'The local org has no language model to answer prompt templates'),
    },
  },
];
