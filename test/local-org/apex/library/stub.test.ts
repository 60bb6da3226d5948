import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const project = createApexProject({
  'Answer.cls': `@IsTest public class Answer implements StubProvider {
    private Object value;
    public Answer(Object value) { this.value = value; }
    public Object handleMethodCall(Object stub, String name, Type result, List<Type> types, List<String> names, List<Object> values) { return value; }
}`,
  'Service.cls': `public virtual class Service {
    public String word() { return 'real'; }
    public List<Object> several() { return null; }
    public Decimal exact() { return 1; }
    public class Inside {}
    public interface Asked { String toString(); }
}`,
  'Only.cls': 'public class Only { private Only() {} public static Only made() { return new Only(); } }',
  'StubTest.cls': `@IsTest class StubTest {
    static String failure(Type stubbed, Object value, String method) {
        try {
            Service service = (Service) Test.createStub(stubbed, new Answer(value));
            Object got = method == 'word' ? service.word() : method == 'several' ? service.several() : (Object) service.exact();
            return 'gave ' + got;
        } catch (TypeException e) { return e.getMessage(); }
    }
    @IsTest static void checksWhatTheProviderAnswers() {
        Assert.areEqual('gave x', failure(Service.class, 'x', 'word'));
        Assert.areEqual('gave null', failure(Service.class, null, 'several'));
        Assert.areEqual('gave 5', failure(Service.class, 5, 'exact'));
        Assert.areEqual('Invalid conversion from runtime type Integer to String', failure(Service.class, 5, 'word'));
        Assert.areEqual('Invalid conversion from runtime type String to List<ANY>', failure(Service.class, 'x', 'several'));
    }
    @IsTest static void printsAsItsToStringAnswers() {
        Assert.areEqual('asked', String.valueOf(Test.createStub(Service.Asked.class, new Answer('asked'))));
        Assert.isTrue(String.valueOf(Test.createStub(Service.class, new Answer('asked'))).startsWith('Service__sfdc_ApexStub'));
    }
    @IsTest static void isRefusedForWhatNobodyElseCanMake() {
        Boolean refused = false;
        try { Test.createStub(Service.Inside.class, new Answer(null)); } catch (TypeException e) { refused = true; }
        Assert.isTrue(refused);
        refused = false;
        try { Test.createStub(Only.class, new Answer(null)); } catch (TypeException e) { refused = true; }
        Assert.isTrue(refused);
    }
}`,
});

after(() => project.close());

describe('Test.createStub', () => {
  it('makes an instance whose methods ask the provider', () => {
    assert.deepEqual(project.mistakes, []);
    const { tests } = project.engine.runTests({ tests: ['StubTest'] });
    assert.deepEqual(
      tests.map(({ message }) => message ?? 'passed'),
      ['passed', 'passed', 'passed'],
    );
  });
});
