package linxi.query.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import linxi.events.BusinessDay;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A document while it is made. */
public final class Pdf {
    private final Letters letters;
    private final List<Canvas> pages = new ArrayList<>();

    Pdf(Typeface face) {
        this.letters = new Letters(face);
    }

    /** A further page, of so many millimetres. */
    public Canvas page(float width, float height) {
        var page = picture(width, height);
        pages.add(page);
        return page;
    }

    /** Something to be {@linkplain Canvas#place placed} on pages. */
    public Canvas picture(float width, float height) {
        return new Canvas(letters, width, height);
    }

    List<Canvas> pages() {
        return pages;
    }

    /** The whole file. */
    byte[] file(About about) throws IOException {
        try (var document = new PDDocument()) {
            describe(document, about);
            var fonts = new COSDictionary();
            fonts.setItem(COSName.F, letters.font());
            var pictures = new IdentityHashMap<Canvas, COSStream>();
            for (var page : pages) {
                var sheet = new PDPage(new PDRectangle(points(page.width()), points(page.height())));
                sheet.setContents(new PDStream(Letters.stream(ascii(page))));
                sheet.getCOSObject().setItem(COSName.RESOURCES, resources(page, fonts, pictures));
                document.addPage(sheet);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void describe(PDDocument document, About about) {
        var information = new PDDocumentInformation();
        information.setTitle(about.title());
        information.setProducer("Linxi");
        information.setCreationDate(GregorianCalendar.from(about.made().atZone(BusinessDay.ZONE)));
        document.setDocumentInformation(information);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(about.language().toLanguageTag());
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        // Labels have the size of their paper.
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        catalog.setViewerPreferences(preferences);
    }

    private static COSDictionary resources(Canvas of, COSDictionary fonts, Map<Canvas, COSStream> pictures)
            throws IOException {
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        var placed = new COSDictionary();
        for (int i = 0; i < of.placed().size(); i++) {
            placed.setItem(COSName.getPDFName("X" + i), picture(of.placed().get(i), fonts, pictures));
        }
        resources.setItem(COSName.XOBJECT, placed);
        return resources;
    }

    private static COSStream picture(Canvas canvas, COSDictionary fonts, Map<Canvas, COSStream> pictures)
            throws IOException {
        var known = pictures.get(canvas);
        if (known != null) {
            return known;
        }
        var picture = Letters.stream(ascii(canvas));
        picture.setItem(COSName.TYPE, COSName.XOBJECT);
        picture.setItem(COSName.SUBTYPE, COSName.FORM);
        picture.setItem(COSName.BBOX, new PDRectangle(points(canvas.width()), points(canvas.height())));
        picture.setItem(COSName.RESOURCES, resources(canvas, fonts, pictures));
        pictures.put(canvas, picture);
        return picture;
    }

    private static byte[] ascii(Canvas canvas) {
        return canvas.content().getBytes(StandardCharsets.US_ASCII);
    }

    private static float points(float millimetres) {
        return millimetres * Canvas.POINTS_OF_MM;
    }
}
