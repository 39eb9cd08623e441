package dev.meridian.cli.view;

import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Results as JUnit XML, which pipelines read. */
public final class JunitReport {
  private JunitReport() {}

  /**
   * A test case.
   *
   * @param subject what is tested, such as a question
   * @param at where it is declared; null if that is not known
   * @param failure why it failed, in lines; empty if it passed
   */
  public record Case(
      String subject, String title, @Nullable SourceLocation at, List<String> failure) {
    public Case {
      failure = List.copyOf(failure);
    }
  }

  /** Writes the results of expectations, with one test case for each. */
  public static void write(Path file, List<Verdict> verdicts) throws IOException {
    write(
        file,
        "expect",
        verdicts.stream()
            .map(v -> new Case(v.question(), v.title(), v.expectation().at(), v.failure()))
            .toList());
  }

  /** Writes test cases as one suite. */
  public static void write(Path file, String name, List<Case> cases) throws IOException {
    try (Writer text = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      suite(xml, name, cases);
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void suite(XMLStreamWriter xml, String name, List<Case> cases)
      throws XMLStreamException {
    long failed = cases.stream().filter(one -> !one.failure().isEmpty()).count();
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    xml.writeAttribute("failures", Long.toString(failed));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (Case one : cases) {
      xml.writeCharacters("\n  ");
      testCase(xml, one);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void testCase(XMLStreamWriter xml, Case one) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", one.subject());
    xml.writeAttribute("name", one.title());
    if (one.at() != null) {
      xml.writeAttribute("file", one.at().file());
      xml.writeAttribute("line", Integer.toString(one.at().line()));
    }
    if (!one.failure().isEmpty()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", one.failure().get(0));
      xml.writeCharacters(String.join("\n", one.failure()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
