package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import linxi.command.product.DefineProduct;
import linxi.events.BaseUnit;
import linxi.events.Pack;
import linxi.events.ProductId;
import linxi.events.ProductKind;
import linxi.events.Quantity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on products. */
@RestController
class ProductEndpoints {
    private static final int MOST_PACKS = 100;

    private final Requests requests;

    ProductEndpoints(Requests requests) {
        this.requests = requests;
    }

    @PostMapping("/api/products")
    ResponseEntity<Requests.Done> define(HttpServletRequest http) {
        var built = requests.read(http, ProductEndpoints::definition);
        return requests.created(built, built.command().product().value(), "/api/products");
    }

    private static DefineProduct definition(Call call) {
        var form = call.form();
        return new DefineProduct(
                form.id("id", ProductId::new),
                form.choice("kind", ProductKind.class),
                form.name("name"),
                form.has("brand") ? form.text("brand", Form.NAME) : null,
                form.choice("baseUnit", BaseUnit.class),
                form.has("packs") ? packs(form) : List.of(),
                call.actor(),
                call.now());
    }

    private static List<Pack> packs(Form form) {
        var packs = form.lines(
                "packs",
                MOST_PACKS,
                pack -> new Pack(pack.text("name", Form.NAME), pack.whole("contains", 1, Quantity.MAX)));
        form.once("packs", packs, Pack::name, ".name");
        return packs;
    }
}
