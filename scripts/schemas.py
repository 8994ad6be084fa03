#!/usr/bin/python3
"""Holds the parts of .xlsx and .docx files against the schemas of ECMA-376
(transitional), one fault a line; ends with 1 where there is any.

usage: schemas.py FOLDER_OF_SCHEMAS FILE...

The schemas (sml.xsd, wml.xsd, dml-*.xsd, shared-*.xsd, opc-*.xsd) are not part of
the project: ECMA gives them away with the standard. What an extension adds to
the format (mc:Ignorable) is left out, as a reader does that does not know it.
"""
import os
import sys
import zipfile

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/"
SCHEMAS = {
    MAIN + "spreadsheetml/2006/main": "sml.xsd",
    MAIN + "wordprocessingml/2006/main": "wml.xsd",
    MAIN + "drawingml/2006/chart": "dml-chart.xsd",
    MAIN + "drawingml/2006/spreadsheetDrawing": "dml-spreadsheetDrawing.xsd",
    MAIN + "drawingml/2006/main": "dml-main.xsd",
    MAIN + "officeDocument/2006/extended-properties": "shared-documentPropertiesExtended.xsd",
    MAIN + "package/2006/content-types": "opc-contentTypes.xsd",
    MAIN + "package/2006/relationships": "opc-relationships.xsd",
}
XML = "http://www.w3.org/XML/1998/namespace"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XS = "{http://www.w3.org/2001/XMLSchema}"
# xml:space and xml:lang, which the schemas refer to and do not bring along.
XML_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="%s">
<xs:attribute name="lang" type="xs:string"/><xs:attribute name="space" type="xs:NCName"/></xs:schema>""" % XML


class Here(etree.Resolver):
    """Gives the schema of xml: names for whatever place it is looked for at."""

    def resolve(self, url, public, context):
        if url.endswith("xml-names.xsd"):
            return self.resolve_string(XML_SCHEMA, context)
        return None


def load(folder, name):
    parser = etree.XMLParser()
    parser.resolvers.add(Here())
    path = os.path.join(folder, name)
    doc = etree.parse(path, parser)
    for i in doc.iter(XS + "import"):
        if i.get("namespace") == XML:
            i.set("schemaLocation", "xml-names.xsd")
    again = etree.fromstring(etree.tostring(doc), parser, base_url=path)
    return etree.XMLSchema(again)


def plain(root):
    """The part without what extensions add to it."""
    spaces = {root.nsmap.get(p) for p in root.get(MC + "Ignorable", "").split()}
    for e in list(root.iter()):
        if not isinstance(e.tag, str):
            continue
        parent = e.getparent()
        if e.tag == MC + "AlternateContent":
            at, fallback = parent.index(e), e.find(MC + "Fallback")
            for kid in list(fallback) if fallback is not None else []:
                parent.insert(at, kid)
                at += 1
            parent.remove(e)
            continue
        for a in list(e.attrib):
            if etree.QName(a).namespace in spaces or a.startswith(MC):
                del e.attrib[a]
        if parent is not None and etree.QName(e).namespace in spaces and etree.QName(parent).localname != "ext":
            parent.remove(e)
    return etree.fromstring(etree.tostring(root))


def main(folder, files):
    known, faults = {}, []
    for path in files:
        with zipfile.ZipFile(path) as z:
            for part in z.namelist():
                if not part.endswith((".xml", ".rels")):
                    continue
                root = etree.fromstring(z.read(part))
                name = SCHEMAS.get(etree.QName(root).namespace)
                if name is None:
                    continue
                if name not in known:
                    known[name] = load(folder, name)
                if known[name].validate(plain(root)):
                    continue
                for e in known[name].error_log:
                    # Office writes xml:space to the texts of cells itself.
                    if "attribute '{%s}space'" % XML not in e.message:
                        faults.append("%s: %s" % (part, e.message))
    for f in sorted(set(faults)):
        print(f)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
