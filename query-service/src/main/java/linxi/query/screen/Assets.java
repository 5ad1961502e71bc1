package linxi.query.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What browsers may keep. Our own files are asked for again each time and mostly answered "as before": the tag is of what
 * is in them, since their times are those of no build. The library of charts has its version in its address, and is
 * kept for good.
 */
@Configuration(proxyBeanMethods = false)
public class Assets implements WebMvcConfigurer {
    private static final String LIBRARIES = "/assets/lib/";
    private static final String CHARTS = "META-INF/resources/_static/echarts/";
    private static final String CHARTS_FILE = "dist/echarts.common.min.js";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final String version = version();

    /** Where the library of charts is. */
    public String charts() {
        return LIBRARIES + "echarts-" + version + "/echarts.common.min.js";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var _ = registry.addResourceHandler(LIBRARIES + "echarts-" + version + "/*")
                .addResourceLocations("classpath:/" + CHARTS + version + "/dist/")
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable());
        var _ = registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setUseLastModified(false)
                .setEtagGenerator(this::tag)
                .setCacheControl(CacheControl.noCache());
    }

    /** Weak, since what is sent may be compressed. */
    private String tag(Resource resource) {
        return tags.computeIfAbsent(resource.getDescription(), _ -> "W/\"" + sum(resource) + "\"");
    }

    private static String sum(Resource resource) {
        try (InputStream file = resource.getInputStream()) {
            var bytes = file.readAllBytes();
            var sum = new CRC32C();
            sum.update(bytes);
            return HexFormat.of().toHexDigits(sum.getValue(), 8) + "-" + bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(resource.getDescription(), e);
        }
    }

    /** The one on the class path, which the build says. */
    private static String version() {
        try {
            var found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + CHARTS + "*/" + CHARTS_FILE);
            var versions = new TreeSet<String>();
            for (var file : found) {
                var address = file.getURL().getPath();
                int begin = address.lastIndexOf(CHARTS) + CHARTS.length();
                versions.add(address.substring(begin, address.indexOf('/', begin)));
            }
            if (versions.size() != 1) {
                throw new IllegalStateException(versions + " are the libraries of charts on the class path");
            }
            return versions.first();
        } catch (IOException e) {
            throw new UncheckedIOException("no library of charts on the class path", e);
        }
    }
}
