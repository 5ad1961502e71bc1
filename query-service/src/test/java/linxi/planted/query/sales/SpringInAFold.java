package linxi.planted.query.sales;

import org.springframework.stereotype.Component;

@Component
record SpringInAFold(String name) {}
