package linxi.planted.command.lot;

import org.springframework.stereotype.Component;

@Component
class SpringInAFeature {}
