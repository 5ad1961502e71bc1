package linxi.planted.command.lot;

import java.util.Random;

class DiceInAFeature {
    int any() {
        return new Random(1).nextInt();
    }
}
