// Places an order with the client that openapi-generator makes: `npm run clients`.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	waybill "example.com/waybill/client"
)

func main() {
	configuration := waybill.NewConfiguration()
	configuration.Servers = waybill.ServerConfigurations{{URL: os.Getenv("WAYBILL_URL")}}
	client := waybill.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), waybill.ContextAccessToken, os.Getenv("WAYBILL_TOKEN"))

	wish := waybill.NewCreateOrder(os.Getenv("WAYBILL_CUSTOMER"), "EUR",
		[]waybill.OrderLine{*waybill.NewOrderLine("MUG-BLUE", 1)})
	wish.SetShippingAddress(*waybill.NewShippingAddress("Ada Byron", "1 Quay St", "Dublin", "D02", "IE"))
	wish.SetPaymentMethod(waybill.PaymentMethodCardAsPaymentMethod(waybill.NewPaymentMethodCard("card", "tok_ok")))
	wish.SetConfirm(true)
	key := fmt.Sprintf("go-%d", time.Now().UnixNano())
	order, _, err := client.OrdersAPI.CreateOrder(ctx).IdempotencyKey(key).CreateOrder(*wish).Execute()
	for n := 0; err == nil && order.Status != "shipped" && n < 100; n++ {
		time.Sleep(100 * time.Millisecond)
		order, _, err = client.OrdersAPI.GetOrder(ctx, order.Id).Execute()
	}
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(order.Id, order.Status)
	_, missing, err := client.OrdersAPI.GetOrder(ctx, "019a9f00-0000-7000-8000-000000000000").Execute()
	if err == nil {
		log.Fatal("an order that is not there was found")
	}
	fmt.Println(missing.StatusCode)
}
