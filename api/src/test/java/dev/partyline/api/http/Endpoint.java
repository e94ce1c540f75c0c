package dev.partyline.api.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that can be asked of the API.
 *
 * @param verb the HTTP method
 * @param path with a slash in front and its parameters in braces
 * @param method what answers
 */
record Endpoint(String verb, String path, Method method) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The endpoints of a resource. */
    static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method ->
                        verb(method).map(verb -> new Endpoint(verb, path(resource, method), method)).stream());
    }

    /** As a table names it. */
    String name() {
        return verb + " " + path;
    }

    boolean has(String parameter) {
        return path.contains("{" + parameter + "}");
    }

    /** The path with each parameter replaced by what {@code value} says of its name. */
    String at(UnaryOperator<String> value) {
        return PARAMETER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    /** The names of its query parameters. */
    List<String> queryParameters() {
        return Arrays.stream(method.getParameters())
                .flatMap(each -> Optional.ofNullable(each.getAnnotation(QueryParam.class)).stream())
                .map(QueryParam::value)
                .toList();
    }

    @Override
    public String toString() {
        return name();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        return resource.getAnnotation(Path.class).value() + own;
    }
}
