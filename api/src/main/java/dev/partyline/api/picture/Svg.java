package dev.partyline.api.picture;

import java.util.Locale;

/** A drawing under way. All lengths are pixels. */
final class Svg {
    private static final String STYLE = "text{font:12px sans-serif;fill:#222}.name,.heading{font-weight:bold}"
            + ".heading{font-size:14px}rect{stroke:#555;rx:4px}.source{fill:#dbeafe}.processor{fill:#fef9c3}"
            + ".sink{fill:#dcfce7}path{fill:none;stroke:#555}";

    private final StringBuilder shapes = new StringBuilder();

    void heading(int x, int y, String text) {
        text("heading", x, y, text);
    }

    void name(int x, int y, String text) {
        text("name", x, y, text);
    }

    void text(int x, int y, String text) {
        text("words", x, y, text);
    }

    void box(int x, int y, int width, int height, String kind) {
        add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", kind, x, y, width, height);
    }

    void arrow(int fromX, int fromY, int toX, int toY) {
        int middle = (fromX + toX) / 2;
        add(
                "<path marker-end=\"url(#head)\" d=\"M%d %d C%d %d %d %d %d %d\"/>",
                fromX, fromY, middle, fromY, middle, toY, toX, toY);
    }

    String document(int width, int height) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n"
                        + "<style>%s</style>%n"
                        + "<marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\""
                        + " markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8\"/></marker>%n%s</svg>%n",
                width,
                height,
                width,
                height,
                STYLE,
                shapes);
    }

    private void text(String kind, int x, int y, String text) {
        add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", kind, x, y, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void add(String shape, Object... values) {
        shapes.append(String.format(Locale.ROOT, shape, values)).append('\n');
    }
}
