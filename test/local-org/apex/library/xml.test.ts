import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const project = createApexProject({
  'Greeting.resource': '<greeting>hi</greeting>',
  'Greeting.resource-meta.xml':
    '<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><contentType>text/xml</contentType></StaticResource>',
  'ResourceTest.cls': `@IsTest class ResourceTest {
    @IsTest static void answersWithAResource() {
        StaticResourceCalloutMock one = new StaticResourceCalloutMock();
        one.setStaticResource('Greeting');
        one.setStatusCode(201);
        one.setHeader('Content-Type', 'text/xml');
        Test.setMock(HttpCalloutMock.class, one);
        HttpRequest request = new HttpRequest();
        request.setEndpoint('https://x.test/a');
        HttpResponse response = new Http().send(request);
        Assert.areEqual('hi', response.getBodyDocument().getRootElement().getText());
        Assert.areEqual('System.HttpResponse[Status=null, StatusCode=201]', String.valueOf(response));
        MultiStaticResourceCalloutMock several = new MultiStaticResourceCalloutMock();
        several.setStaticResource('https://x.test/a', 'Greeting');
        Test.setMock(HttpCalloutMock.class, several);
        Assert.areEqual('<greeting>hi</greeting>', new Http().send(request).getBody());
        Boolean refused = false;
        request.setEndpoint('https://x.test/b');
        try { new Http().send(request); } catch (CalloutException e) { refused = true; }
        Assert.isTrue(refused);
    }
}`,
});

after(() => project.close());

describe('Dom', () => {
  it('reads elements, attributes, namespaces and texts', () => {
    const script = `Dom.Document document = new Dom.Document();
      document.load('<?xml version="1.0"?><s:Envelope xmlns:s="urn:s" xmlns="urn:d"><s:Body id="1" s:kind="a&amp;b">x<b/>y<![CDATA[<z>]]><!-- c --></s:Body></s:Envelope>');
      Dom.XmlNode root = document.getRootElement();
      Dom.XmlNode body = root.getChildElement('Body', 'urn:s');
      System.debug(root.getName() + ' ' + root.getNamespace() + ' ' + root.getChildElements().size());
      System.debug(body.getText() + ' ' + body.getChildren().size() + ' ' + body.getChildren()[4].getNodeType());
      System.debug(body.getAttributeValue('id', null) + ' ' + body.getAttribute('kind', 'urn:s') + ' ' + body.getAttributeCount());
      System.debug(body.getChildElements()[0].getNamespace() + ' ' + root.getChildElement('Body', null) + ' ' + body.getParent().getName());
      System.debug(root.getPrefixFor('urn:s') + ' ' + body.getNamespaceFor('s'));
      System.debug(document.toXmlString());`;
    assert.deepEqual(project.run(script), [
      'Envelope urn:s 1',
      'xy<z> 5 COMMENT',
      '1 a&b 2',
      'urn:d null Envelope',
      's urn:s',
      '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="urn:s" xmlns="urn:d"><s:Body id="1" s:kind="a&amp;b">x<b />y&lt;z&gt;<!-- c --></s:Body></s:Envelope>',
    ]);
  });

  it('writes what is built, declaring namespaces where they begin', () => {
    const script = `Dom.Document document = new Dom.Document();
      Dom.XmlNode root = document.createRootElement('Envelope', 'urn:s', 's');
      root.setNamespace('x', 'urn:x');
      root.setAttributeNs('kind', 'big', 'urn:x', null);
      Dom.XmlNode body = root.addChildElement('Body', 'urn:s', null);
      body.addTextNode('<1>');
      Dom.XmlNode gone = body.addChildElement('gone', null, null);
      body.insertBefore(new Dom.XmlNode[]{ body.addCommentNode('first') }[0], body.getChildren()[0]);
      System.debug(body.removeChild(gone));
      body.setAttribute('a', '"');
      System.debug(body.removeAttribute('b', null));
      System.debug(document.toXmlString());
      try { new Dom.Document().load('<a><b></a>'); } catch (XmlException e) { System.debug(e.getMessage().substringAfter('Message: ')); }
      HttpRequest request = new HttpRequest(); request.setMethod('POST'); request.setBodyDocument(document);
      System.debug(request + ' ' + (request.getBody() == document.toXmlString()));`;
    assert.deepEqual(project.run(script), [
      'true',
      'false',
      '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:x="urn:x" xmlns:s="urn:s" x:kind="big"><Body xmlns="urn:s" a="&quot;"><!--first-->&lt;1&gt;</Body></s:Envelope>',
      'The element type "b" must be terminated by the matching end-tag "</b>".',
      'System.HttpRequest[Endpoint=null, Method=POST] true',
    ]);
  });
});

describe('XML as a stream', () => {
  it('is read event by event', () => {
    const script = `XmlStreamReader reader = new XmlStreamReader('<books xmlns:p="urn:p"><p:book author="Chatty" p:year="5">Title <![CDATA[& more]]></p:book></books>');
      reader.setCoalescing(true);
      String seen = String.valueOf(reader.getEventType());
      while (reader.hasNext()) {
        Integer code = reader.next();
        seen += ' ' + code + ':' + reader.getEventType() + (reader.hasName() ? '=' + reader.getLocalName() + '/' + reader.getNamespace() : '');
        if (reader.isStartElement() && reader.getLocalName() == 'book') {
          seen += '[' + reader.getAttributeValue(null, 'author') + reader.getAttributeValue('urn:p', 'year') + reader.getAttributeCount() + ']';
        }
        if (reader.hasText()) { seen += '(' + reader.getText() + ')'; }
      }
      System.debug(seen);
      System.debug(reader.getEventType() == XmlTag.END_DOCUMENT);`;
    assert.deepEqual(project.run(script), [
      'START_DOCUMENT 1:START_ELEMENT=books/null 1:START_ELEMENT=book/urn:p[Chatty52] 4:CHARACTERS(Title & more) 2:END_ELEMENT=book/urn:p 2:END_ELEMENT=books/null 8:END_DOCUMENT',
      'true',
    ]);
  });

  it('is written piece by piece', () => {
    const script = `XmlStreamWriter writer = new XmlStreamWriter();
      writer.writeStartDocument(null, '1.0');
      writer.writeStartElement('m', 'Library', 'http://www.book.com');
      writer.writeNamespace('m', 'http://www.book.com');
      writer.writeCharacters('a < b');
      writer.writeEmptyElement(null, 'ISBN', null);
      writer.writeAttribute(null, null, 'id', '"1"');
      writer.writeCData('<raw>');
      writer.writeEndElement();
      writer.writeEndDocument();
      System.debug(writer.getXmlString());
      writer.close();`;
    assert.deepEqual(project.run(script), [
      '<?xml version="1.0"?><m:Library xmlns:m="http://www.book.com">a &lt; b<ISBN id="&quot;1&quot;"/><![CDATA[<raw>]]></m:Library>',
    ]);
  });
});

describe('static resources', () => {
  it('answer callouts of tests', () => {
    assert.deepEqual(project.mistakes, []);
    const { tests } = project.engine.runTests({ tests: ['ResourceTest'] });
    assert.deepEqual(
      tests.map(({ message }) => message ?? 'passed'),
      ['passed'],
    );
  });
});
