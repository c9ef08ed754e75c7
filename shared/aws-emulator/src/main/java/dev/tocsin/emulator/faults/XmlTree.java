package dev.tocsin.emulator.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Changes of the answers of SNS and STS. */
final class XmlTree {
  private static final int LONG = 1_000_000;

  private XmlTree() {}

  /** The document with a member at the end of its result. */
  static byte[] withToken(byte[] body, String operation, String name, String token) {
    Pattern end = Pattern.compile("</((?:\\w+:)?)" + operation + "Result>");
    return end.matcher(new String(body, StandardCharsets.UTF_8))
        .replaceFirst("<$1" + name + ">" + token + "</$1" + name + ">$0")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The document with one of its elements changed. */
  static byte[] changed(byte[] body, Change change, Random random) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(body));
      List<Element> elements = elements(document);
      if (!elements.isEmpty()) {
        change(elements.get(random.nextInt(elements.size())), change);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (ParserConfigurationException
        | SAXException
        | IOException
        | TransformerException unreadable) {
      throw new IllegalStateException("an answer that was recorded is no XML", unreadable);
    }
  }

  private static List<Element> elements(Document document) {
    List<Element> elements = new ArrayList<>();
    NodeList all = document.getDocumentElement().getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  private static void change(Element element, Change change) {
    Node parent = element.getParentNode();
    switch (change) {
      case LEFT_OUT -> parent.removeChild(element);
      case NULL -> element.setTextContent("");
      case OTHER_TYPE ->
          element.appendChild(element.getOwnerDocument().createElement("unexpected"));
      case LONG_TEXT -> element.setTextContent("L".repeat(LONG));
      case TWICE -> parent.insertBefore(element.cloneNode(true), element);
    }
  }
}
