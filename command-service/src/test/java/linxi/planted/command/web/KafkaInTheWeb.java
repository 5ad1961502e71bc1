package linxi.planted.command.web;

import org.apache.kafka.common.TopicPartition;

class KafkaInTheWeb {
    TopicPartition partition() {
        return new TopicPartition("x", 0);
    }
}
