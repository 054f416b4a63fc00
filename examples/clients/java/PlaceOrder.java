import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.OrdersApi;
import org.openapitools.client.model.CreateOrder;
import org.openapitools.client.model.OrderLine;
import org.openapitools.client.model.Order;
import org.openapitools.client.model.PaymentMethod;
import org.openapitools.client.model.PaymentMethodCard;
import org.openapitools.client.model.ShippingAddress;

/** Places an order with the client that openapi-generator makes: `npm run clients`. */
public class PlaceOrder {
  public static void main(String[] args) throws Exception {
    String token = System.getenv("WAYBILL_TOKEN");
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("WAYBILL_URL"));
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    OrdersApi orders = new OrdersApi(client);

    CreateOrder wish = new CreateOrder()
        .customerId(UUID.fromString(System.getenv("WAYBILL_CUSTOMER")))
        .currency("EUR")
        .addItemsItem(new OrderLine().sku("MUG-BLUE").quantity(1))
        .shippingAddress(new ShippingAddress()
            .name("Ada Byron").line1("1 Quay St").city("Dublin").postalCode("D02").country("IE"))
        .paymentMethod(new PaymentMethod(new PaymentMethodCard().type(PaymentMethodCard.TypeEnum.CARD).token("tok_ok")))
        .confirm(true);
    Order order = orders.createOrder(UUID.randomUUID().toString(), wish, null);
    for (int n = 0; n < 100 && !"shipped".equals(order.getStatus().toString()); n++) {
      Thread.sleep(100);
      order = orders.getOrder(order.getId(), null, null, null);
    }
    System.out.println(order.getId() + " " + order.getStatus());
    try {
      orders.getOrder(UUID.randomUUID(), null, null, null);
    } catch (ApiException missing) {
      System.out.println(missing.getCode());
    }
  }
}
