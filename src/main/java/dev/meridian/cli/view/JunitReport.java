package dev.meridian.cli.view;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Verdicts as JUnit XML, which pipelines read: one test case per expectation. */
public final class JunitReport {
  private JunitReport() {}

  public static void write(Path file, List<Verdict> verdicts) throws IOException {
    try (Writer text = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      suite(xml, verdicts);
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void suite(XMLStreamWriter xml, List<Verdict> verdicts) throws XMLStreamException {
    long failed = verdicts.stream().filter(verdict -> !verdict.passed()).count();
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "expect");
    xml.writeAttribute("tests", Integer.toString(verdicts.size()));
    xml.writeAttribute("failures", Long.toString(failed));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (Verdict verdict : verdicts) {
      xml.writeCharacters("\n  ");
      testCase(xml, verdict);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void testCase(XMLStreamWriter xml, Verdict verdict) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", verdict.question());
    xml.writeAttribute("name", verdict.title());
    xml.writeAttribute("file", verdict.expectation().at().file());
    xml.writeAttribute("line", Integer.toString(verdict.expectation().at().line()));
    if (!verdict.passed()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", verdict.failure().get(0));
      xml.writeCharacters(String.join("\n", verdict.failure()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
